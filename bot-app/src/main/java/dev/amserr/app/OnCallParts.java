package dev.amserr.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.amserr.app.config.Configuration;
import dev.amserr.app.config.ConfiguredAccess;
import dev.amserr.app.http.Routes;
import dev.amserr.app.oncall.LiveCalendars;
import dev.amserr.app.oncall.OnCallApi;
import dev.amserr.app.oncall.OnCallFeed;
import dev.amserr.app.oncall.OnCallFeedApi;
import dev.amserr.app.oncall.OnCallMeters;
import dev.amserr.app.oncall.SqlFeedKeys;
import dev.amserr.app.schedule.Timer;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlAuditLog;
import dev.amserr.app.store.SqlCovers;
import dev.amserr.command.AccessRules;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.reply.Reply;
import dev.amserr.digest.Duties;
import dev.amserr.digest.OnCallDuties;
import dev.amserr.errorcode.DecodedCode;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.DecodingReply;
import dev.amserr.errorcode.Owners;
import dev.amserr.oncall.Identities;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.RosterOwners;
import dev.amserr.oncall.RosterReload;
import dev.amserr.oncall.command.OnCallCommands;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.time.Interval;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who is on call: rosters, covers and calendars, and what is asked of them. */
final class OnCallParts {

  private static final Duration RECENT = Duration.ofSeconds(1);
  private static final int MOST_RECENT = 500;
  private static final Duration BETWEEN_METERS = Duration.ofSeconds(15);
  private static final Duration BETWEEN_CALENDARS = Duration.ofSeconds(5);

  private final Clock clock;
  private final LiveCalendars calendars;
  private final LiveOnCall live;
  private final OnCallMeters meters;
  private final Owners owners;
  private final Duties duties;
  private final AccessRules rules;
  private final OnCallCommands commands;
  private final List<Routes> routes;

  /**
   * In an incident everybody asks for the same code, and each answer asks the store for covers. By
   * identity, as weak keys are: the decoder gives the same decoding to whom asks again.
   */
  private final Cache<Decoding, Reply> recentReplies =
      Caffeine.newBuilder().weakKeys().expireAfterWrite(RECENT).maximumSize(MOST_RECENT).build();

  /**
   * The parts over a store.
   *
   * @param configuration the one in force
   * @param folder where the configuration is read from
   * @param data the bot's own folder
   */
  OnCallParts(
      Supplier<Configuration> configuration,
      Path folder,
      Path data,
      Database database,
      CodesInForce codes,
      SecureRandom random,
      MeterRegistry meters,
      Clock clock) {
    this.clock = clock;
    Configuration atStart = configuration.get();
    this.calendars =
        new LiveCalendars(
            atStart.settings().onCall().privateCalendars(),
            folder,
            LiveCalendars.keptIn(data),
            clock,
            System::nanoTime);
    SqlAuditLog audit = new SqlAuditLog(database);
    SqlCovers covers = new SqlCovers(database, audit);
    this.live = new LiveOnCall(atStart.rosters(), covers, calendars);
    this.meters = new OnCallMeters(live, meters, clock);
    this.owners = new RosterOwners(live);
    this.duties = duties(live, codes);
    Identities identities = new Identities(atStart.settings().server().console().person());
    this.rules =
        new ConfiguredAccess(
            () -> configuration.get().settings().access(),
            actor -> identities.of(actor, live.state().rosters()));
    SqlFeedKeys keys = new SqlFeedKeys(database, audit, random);
    URI publicUrl = atStart.settings().server().publicUrl();
    this.commands =
        new OnCallCommands(
            live,
            covers,
            keys,
            codes,
            identities,
            rules,
            publicUrl == null ? "" : publicUrl.toString());
    this.routes =
        List.of(
            new OnCallApi(live, clock),
            new OnCallFeedApi(new OnCallFeed(live, keys, database, clock)));
  }

  /** Who owns series and is on call for them. */
  static Duties duties(LiveOnCall live, CodesInForce codes) {
    return new OnCallDuties(live, series -> hint(codes.get(), series));
  }

  /** The team that the catalog names for a code; empty for none. */
  private static String hint(Decoder decoder, SeriesKey series) {
    return decoder
        .catalogs()
        .system(series.system())
        .flatMap(
            system ->
                decoder.decode(series.code(), system).codes().stream()
                    .findFirst()
                    .flatMap(DecodedCode::best))
        .flatMap(reading -> Optional.ofNullable(reading.owner()))
        .orElse("");
  }

  void begin(Timer timer) {
    timer.every(BETWEEN_METERS, "on-call metrics", meters::refresh);
    timer.every(BETWEEN_CALENDARS, "calendars", () -> calendars.refreshDue(live.state().teams()));
  }

  /** Reads no further calendars. */
  void end() {
    calendars.close();
  }

  /** Puts other rosters in force; a sentence for each level whose shifts that moves. */
  List<String> use(Configuration fresh) {
    OnCallState before = live.state();
    live.use(fresh.rosters());
    recentReplies.invalidateAll();
    Instant now = clock.instant();
    return new RosterReload(
            before.rosters(),
            fresh.rosters(),
            team -> live.state().additions(team, new Interval(now, now.plusNanos(1))))
        .movesAt(now);
  }

  void register(CommandRegistry.Builder registry) {
    commands.register(registry);
  }

  /** A decoding as people read it, a second ago at most; owners are named once there are teams. */
  Reply reply(Decoding decoding, Instant at) {
    Reply known = recentReplies.getIfPresent(decoding);
    if (known != null) {
      return known;
    }
    Reply fresh = freshReply(decoding, at);
    recentReplies.put(decoding, fresh);
    return fresh;
  }

  private Reply freshReply(Decoding decoding, Instant at) {
    return live.state().teams().isEmpty()
        ? DecodingReply.of(decoding)
        : DecodingReply.of(decoding, owners, at);
  }

  Duties duties() {
    return duties;
  }

  LiveOnCall live() {
    return live;
  }

  Owners owners() {
    return owners;
  }

  AccessRules rules() {
    return rules;
  }

  List<Routes> routes() {
    return routes;
  }
}
