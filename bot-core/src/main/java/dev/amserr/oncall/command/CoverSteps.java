package dev.amserr.oncall.command;

import dev.amserr.command.ActionSpec;
import dev.amserr.command.Click;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Origin;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.oncall.Cover;
import dev.amserr.oncall.CoverCheck;
import dev.amserr.oncall.CoverDraft;
import dev.amserr.oncall.CoverPreview;
import dev.amserr.oncall.CoverRequest;
import dev.amserr.oncall.CoverRules;
import dev.amserr.oncall.Covers;
import dev.amserr.oncall.Identities;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCallState;
import dev.amserr.oncall.Rosters;
import dev.amserr.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way to a cover: preview, then confirm.
 *
 * <p>Every step may be carried out twice, by anybody who may, on any node and after any restart:
 * the second time it finds what the first has done and says so. So buttons are not used up, and a
 * process that is killed in the middle leaves none that claims what never happened.
 */
final class CoverSteps {

  static final String CONFIRM = "oncall-confirm";

  /** How long a preview can be confirmed. */
  private static final Duration LIFE = Duration.ofHours(24);

  private final LiveOnCall live;
  private final Covers covers;
  private final Identities identities;
  private final CoverRights rights;

  CoverSteps(LiveOnCall live, Covers covers, Identities identities, CoverRights rights) {
    this.live = live;
    this.covers = covers;
    this.identities = identities;
    this.rights = rights;
  }

  void register(CommandRegistry.Builder registry) {
    registry.action(ActionSpec.repeated(CONFIRM).lasting(LIFE), this::confirm);
  }

  /**
   * Shows what covers would change, with a button for each.
   *
   * @param meant everything that may be meant; what comes to the same is shown once
   */
  Reply preview(
      OnCallState state, List<CoverRequest> meant, String reason, String remark, Origin origin) {
    Map<List<String>, Checked> different = new LinkedHashMap<>();
    for (CoverRequest request : meant) {
      Checked checked = check(state, request, origin);
      different.putIfAbsent(checked.result(), checked);
    }
    boolean alone = different.size() == 1;
    List<Card> cards = new ArrayList<>();
    for (Checked checked : different.values()) {
      cards.add(
          checked
              .check()
              .fold(
                  accepted ->
                      preview(state, accepted.request(), checked.preview(), alone, reason, origin),
                  present -> exists(state, present.cover()),
                  refused -> refused(refused.text())));
    }
    String text =
        alone ? remark : (remark + " This can mean two things: confirm the one you mean.").strip();
    return Reply.of(text, cards);
  }

  /** A request, what the rules say of it, and what it would change. */
  private record Checked(CoverCheck check, CoverPreview preview) {

    /** What it comes to, for comparison. */
    List<String> result() {
      return check.fold(
          accepted -> preview.after().stream().map(s -> s.time() + " " + s.people()).toList(),
          present -> List.of("cover " + present.cover().id()),
          refused -> List.of(refused.text()));
    }
  }

  private Checked check(OnCallState state, CoverRequest request, Origin origin) {
    List<Cover> existing =
        request.from().isBefore(request.until())
            ? covers.of(request.team(), new Interval(request.from(), request.until()))
            : List.of();
    CoverCheck check = new CoverRules(state.rosters()).check(request, origin.at(), existing);
    CoverPreview nothing = new CoverPreview(List.of(), List.of());
    CoverPreview preview =
        check.fold(
            accepted ->
                CoverPreview.ofAdding(
                    state.resolver(),
                    accepted,
                    state.additions(request.team(), new Interval(request.from(), request.until())),
                    origin.at(),
                    CoverAudit.name(origin.actor())),
            present -> nothing,
            refused -> nothing);
    return new Checked(check, preview);
  }

  private static Card preview(
      OnCallState state,
      CoverRequest request,
      CoverPreview preview,
      boolean alone,
      String reason,
      Origin origin) {
    Rosters rosters = state.rosters();
    String place = CoverCards.place(rosters, request);
    if (preview.changesNothing()) {
      return CoverCards.changed(
              "This would change nothing: " + place, Tone.WARNING, rosters, request, preview)
          .build();
    }
    CoverForm form =
        new CoverForm(
            new CoverDraft(request, origin.at()), reason, CoverCards.fingerprint(preview));
    String label =
        alone ? "Confirm" : "Confirm, scope " + request.scope().fold(p -> "person", () -> "slot");
    return CoverCards.changed("Cover to confirm: " + place, Tone.WARNING, rosters, request, preview)
        .text("Nothing is changed yet.")
        .action(Action.primary(label, CONFIRM, form.write()))
        .build();
  }

  private Reply confirm(Click click) {
    OnCallState state = live.state();
    CoverForm form = CoverForm.read(click.state());
    CoverRequest request = form.draft().request();
    return rights.ifPermitted(
        state,
        request.team(),
        click.origin(),
        () -> {
          Checked checked = check(state, request, click.origin());
          return checked
              .check()
              .fold(
                  accepted -> confirm(state, form, checked, click.origin()),
                  present -> Reply.of(exists(state, present.cover())),
                  refused -> Reply.of(refused(refused.text())));
        });
  }

  private Reply confirm(OnCallState state, CoverForm form, Checked checked, Origin origin) {
    CoverPreview preview = checked.preview();
    Covers.Addition addition;
    if (CoverCards.fingerprint(preview).equals(form.shown())) {
      addition =
          covers.add(
              form.draft(),
              origin.at(),
              CoverAudit.name(origin.actor()),
              cover -> CoverAudit.made(cover, preview, form.reason(), origin));
    } else {
      return preview(
              state,
              List.of(form.draft().request()),
              form.reason(),
              "Something changed since this was shown. Look again.",
              origin)
          .replacing();
    }
    return addition.fold(
        added -> made(state, added.cover(), preview),
        present -> Reply.of(exists(state, present.cover())),
        withdrawn -> Reply.of(withdrawn(withdrawn.cover(), withdrawn.removed())));
  }

  private static Reply made(OnCallState state, Cover cover, CoverPreview preview) {
    return Reply.of(
            CoverCards.changed(
                    "Cover "
                        + cover.id()
                        + ": "
                        + CoverCards.place(state.rosters(), cover.request()),
                    Tone.GOOD,
                    state.rosters(),
                    cover.request(),
                    preview)
                .action(CoverRemovals.undo(cover))
                .build())
        .replacing()
        .shareable();
  }

  private Card exists(OnCallState state, Cover cover) {
    return Card.titled("This cover is there already: " + cover.id())
        .tone(Tone.INFO)
        .text(
            Phrase.of("Made by " + CoverCards.maker(state.rosters(), identities, cover) + " ")
                .time(cover.created())
                .plain(". It was not made twice."))
        .build();
  }

  private static Card withdrawn(Cover cover, Instant removed) {
    return Card.titled("Cover " + cover.id() + " was taken back")
        .tone(Tone.WARNING)
        .text(
            Phrase.of("It was confirmed before, and taken back ")
                .time(removed)
                .plain(". Ask for a new one with /oncall cover."))
        .build();
  }

  private static Card refused(String text) {
    return Card.titled("No cover").tone(Tone.WARNING).text(text).build();
  }
}
