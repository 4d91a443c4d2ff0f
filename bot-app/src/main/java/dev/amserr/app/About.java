package dev.amserr.app;

import dev.amserr.app.config.FeatureSwitch;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.errorcode.Catalogs;
import dev.amserr.errorcode.Decoder;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Says what this bot is and what is switched on. */
public final class About implements Supplier<Reply> {

  private final Supplier<Decoder> decoder;
  private final Supplier<List<FeatureSwitch>> switches;

  About(Supplier<Decoder> decoder, Supplier<List<FeatureSwitch>> switches) {
    this.decoder = decoder;
    this.switches = switches;
  }

  /** As the build names it; {@code unreleased} where classes do not come from a jar. */
  public static String version() {
    String version = About.class.getPackage().getImplementationVersion();
    return version == null ? "unreleased" : version;
  }

  @Override
  public Reply get() {
    Catalogs catalogs = decoder.get().catalogs();
    Card.Builder card =
        Card.titled("amserr " + version())
            .tone(Tone.INFO)
            .text("The error desk of a streaming team's chat.")
            .fact(
                "codes",
                String.format(
                    Locale.ROOT, "%,d of %d systems", catalogs.size(), catalogs.systems().size()))
            .fact("Java", String.valueOf(Runtime.version()));
    for (FeatureSwitch each : switches.get()) {
      card.fact(each.name(), (each.on() ? "on" : "off") + how(each));
    }
    return Reply.of(card.build());
  }

  private static String how(FeatureSwitch each) {
    return each.how().isEmpty() ? "" : "; turned on by " + each.how();
  }
}
