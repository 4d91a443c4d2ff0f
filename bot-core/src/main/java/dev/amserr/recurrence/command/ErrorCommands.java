package dev.amserr.recurrence.command;

import dev.amserr.command.AccessRule;
import dev.amserr.command.Choice;
import dev.amserr.command.CommandHandler;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.Signature;
import dev.amserr.command.SubcommandSpec;
import dev.amserr.command.reply.Reply;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Owners;
import dev.amserr.recurrence.OccurrenceStore;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesCharts;
import dev.amserr.recurrence.SeriesResolver;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /errors}: which errors keep coming back, and what people do about them. */
public final class ErrorCommands {

  /** The most series that one answer shows in full. */
  static final int MOST_CARDS = 5;

  private final SeriesLookup lookup;
  private final Listings listings;
  private final Portraits portraits;
  private final Deeds deeds;

  /**
   * The commands over what is in force now.
   *
   * @param decoder the current one; a reload replaces it
   * @param pages where people find the page of a series; empty if nobody said
   */
  public ErrorCommands(
      OccurrenceStore store,
      SeriesResolver resolver,
      Supplier<Decoder> decoder,
      Owners owners,
      SeriesCharts charts,
      Function<Series, Optional<URI>> pages) {
    this.lookup = new SeriesLookup(store, resolver);
    this.listings = new Listings(store, decoder);
    this.portraits = new Portraits(store, decoder, owners, charts, pages);
    this.deeds = new Deeds(store, listings);
  }

  /**
   * Hands in the declaration, its handlers and its buttons. Options are completed by the sources
   * {@code code} and {@code system} of {@code /amserr}.
   */
  public void register(CommandRegistry.Builder registry) {
    Map<String, CommandHandler> handlers =
        Map.of(
            "top",
            listings::top,
            "show",
            this::show,
            "history",
            call -> lookup.with(call, listings::history),
            "ack",
            call -> lookup.with(call, found -> deeds.acknowledge(found, call)),
            "resolve",
            call -> lookup.with(call, found -> deeds.resolve(found, call)),
            "mute",
            call -> lookup.with(call, found -> deeds.mute(found, call)),
            "sources",
            listings::sources);
    registry.command(declaration(), handlers);
    deeds.register(registry);
  }

  /** Without a code, what there is to be shown. */
  private Reply show(Invocation call) {
    return call.options().has(SeriesLookup.CODE)
        ? lookup.with(call, found -> portraits.show(found, call.origin().at()))
        : listings.top(call);
  }

  /** What is said above cards when there are more series than cards. */
  static String leftOut(int more) {
    return more <= 0 ? "" : "Reported by " + more + " more sources; source: names one.";
  }

  /** What the platforms are told. */
  public static CommandSpec declaration() {
    return CommandSpec.of(
            "errors",
            "Shows errors that keep coming back, and takes care of them",
            sub(
                "top",
                "The most frequent errors of a window, with what is odd about them",
                Signature.of(window(), source(), system(), OptionSpec.share())
                    .examples("/errors top", "/errors top 7d source:web-eu")),
            sub(
                "show",
                "One error in full: counts, states and why, samples, owner on call",
                Signature.of(
                        code("Which error; none for the most frequent ones").restOfLine(),
                        source(),
                        system(),
                        OptionSpec.share())
                    .examples("/errors show 0x20200194", "/errors 0x20200194")),
            sub(
                "history",
                "What was said of an error, and what people did about it",
                Signature.of(code("Which error").required(), source(), system(), OptionSpec.share())
                    .examples("/errors history 0x20200194")),
            deed("ack", "Says that you know of an error").examples("/errors ack 0x20200194").with(),
            deed("resolve", "Says that an error is fixed; should it come back, you are told")
                .examples("/errors resolve 0x20200194 source:web-eu reason:\"CDN purged\"")
                .with(),
            deed("mute", "Keeps quiet about an error, for a while or until it gets worse")
                .examples("/errors mute 0x20200194 until:+8h", "/errors mute 0x20200194 worse")
                .with(
                    OptionSpec.instant(Deeds.UNTIL, "Until when, on your clocks"),
                    OptionSpec.choice(
                        Deeds.MODE,
                        "Instead of a time",
                        List.of(
                            new Choice("until it gets worse", Deeds.WORSE),
                            new Choice("not any more", Deeds.OFF)))),
            sub(
                "sources",
                "Who reports errors, how many, and when last",
                Signature.of(window(), OptionSpec.share()).examples("/errors sources 7d")))
        .defaultingTo("show");
  }

  private static SubcommandSpec sub(String name, String description, Signature signature) {
    return SubcommandSpec.of(name, description, signature.deferred());
  }

  private static DeedSpec deed(String name, String description) {
    return new DeedSpec(name, description, List.of());
  }

  /** A subcommand that changes something, on the way to its options. */
  private record DeedSpec(String name, String description, List<String> lines) {

    DeedSpec examples(String... examples) {
      return new DeedSpec(name, description, List.of(examples));
    }

    SubcommandSpec with(OptionSpec... options) {
      List<OptionSpec> all = new ArrayList<>();
      all.add(code("Which error").required());
      all.addAll(List.of(options));
      all.add(source());
      all.add(system());
      all.add(OptionSpec.text(Deeds.REASON, "Why, for the audit log"));
      return sub(
          name,
          description,
          Signature.of(all.toArray(OptionSpec[]::new))
              .access(AccessRule.rosterMember())
              .examples(lines.toArray(String[]::new)));
    }
  }

  private static OptionSpec code(String description) {
    return OptionSpec.code(SeriesLookup.CODE, description).suggestedBy("code");
  }

  private static OptionSpec source() {
    return OptionSpec.text(SeriesLookup.SOURCE, "From this source only; else from all");
  }

  private static OptionSpec system() {
    return OptionSpec.text(SeriesLookup.SYSTEM, "Of this system only").suggestedBy("system");
  }

  private static OptionSpec window() {
    return OptionSpec.duration(Listings.WINDOW, "Over how long; else 24 hours");
  }
}
