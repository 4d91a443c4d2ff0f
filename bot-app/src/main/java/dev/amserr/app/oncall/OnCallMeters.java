package dev.amserr.app.oncall;

import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCallNow;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is on call, for Prometheus: {@code oncall_current} is 1 for each person on call, {@code
 * oncall_gap_seconds} for how long a level has had nobody against the team's will.
 */
public final class OnCallMeters {

  private final LiveOnCall live;
  private final Clock clock;
  private final MultiGauge current;
  private final MultiGauge gaps;

  public OnCallMeters(LiveOnCall live, MeterRegistry meters, Clock clock) {
    this.live = live;
    this.clock = clock;
    this.current =
        MultiGauge.builder("oncall.current").description("Who is on call").register(meters);
    this.gaps =
        MultiGauge.builder("oncall.gap.seconds")
            .description("For how long nobody has been on call where somebody should be")
            .register(meters);
  }

  /** Takes what is true now; to be called every few seconds. */
  public void refresh() {
    List<MultiGauge.Row<?>> holders = new ArrayList<>();
    List<MultiGauge.Row<?>> levels = new ArrayList<>();
    for (OnCallNow.Row row : OnCallNow.of(live.state(), clock.instant()).rows()) {
      Tags level = Tags.of("team", row.team().id(), "level", row.name());
      levels.add(MultiGauge.Row.of(level, row.gap().toSeconds()));
      row.people()
          .forEach(person -> holders.add(MultiGauge.Row.of(level.and("person", person.id()), 1)));
    }
    current.register(holders, true);
    gaps.register(levels, true);
  }
}
