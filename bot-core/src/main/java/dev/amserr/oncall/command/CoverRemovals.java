package dev.amserr.oncall.command;

import dev.amserr.command.ActionSpec;
import dev.amserr.command.Click;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Origin;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.oncall.Cover;
import dev.amserr.oncall.CoverPreview;
import dev.amserr.oncall.Covers;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.OnCallState;
import java.time.Duration;
import java.util.Optional;

/** The ways back from a cover: the button to undo it, and preview and confirm of a removal. */
final class CoverRemovals {

  static final String UNDO = "oncall-undo";
  static final String UNCOVER = "oncall-uncover";

  /** How long a cover can be undone with its button, and a removal be confirmed. */
  private static final Duration LIFE = Duration.ofHours(24);

  private final LiveOnCall live;
  private final Covers covers;
  private final CoverRights rights;

  CoverRemovals(LiveOnCall live, Covers covers, CoverRights rights) {
    this.live = live;
    this.covers = covers;
    this.rights = rights;
  }

  void register(CommandRegistry.Builder registry) {
    registry
        .action(ActionSpec.repeated(UNDO).lasting(LIFE), this::remove)
        .action(ActionSpec.repeated(UNCOVER).lasting(LIFE), this::remove);
  }

  /** The button that takes a new cover back. */
  static Action undo(Cover cover) {
    return Action.danger("Undo", UNDO, new Removal(cover.id(), "undone").write());
  }

  /** Shows what taking a cover back would change. */
  Reply preview(OnCallState state, Cover cover, String reason, Origin origin) {
    return rights.ifPermitted(
        state,
        cover.team(),
        origin,
        () ->
            Reply.of(
                CoverCards.changed(
                        "Cover "
                            + cover.id()
                            + " to take back: "
                            + CoverCards.place(state.rosters(), cover.request()),
                        Tone.WARNING,
                        state.rosters(),
                        cover.request(),
                        removal(state, cover))
                    .text("Nothing is changed yet.")
                    .action(
                        Action.danger("Confirm", UNCOVER, new Removal(cover.id(), reason).write()))
                    .build()));
  }

  private CoverPreview removal(OnCallState state, Cover cover) {
    return CoverPreview.ofRemoving(
        state.resolver(), cover, state.additions(cover.team(), cover.time()));
  }

  private Reply remove(Click click) {
    OnCallState state = live.state();
    Removal removal = Removal.read(click.state());
    Optional<Cover> cover = covers.find(removal.cover());
    if (cover.isEmpty()) {
      return Reply.of(gone(removal.cover()));
    }
    return rights.ifPermitted(
        state,
        cover.get().team(),
        click.origin(),
        () -> {
          CoverPreview preview = removal(state, cover.get());
          Optional<Cover> removed =
              covers.remove(
                  removal.cover(),
                  click.origin().at(),
                  was -> CoverAudit.removed(was, preview, removal.reason(), click.origin()));
          return removed
              .map(was -> removed(state, was, preview))
              .orElseGet(() -> Reply.of(gone(removal.cover())));
        });
  }

  private static Reply removed(OnCallState state, Cover cover, CoverPreview preview) {
    return Reply.of(
            CoverCards.changed(
                    "Cover "
                        + cover.id()
                        + " is taken back: "
                        + CoverCards.place(state.rosters(), cover.request()),
                    Tone.GOOD,
                    state.rosters(),
                    cover.request(),
                    preview)
                .build())
        .replacing();
  }

  private static Card gone(long id) {
    return Card.titled("Cover " + id + " was taken back before")
        .tone(Tone.INFO)
        .text("Nothing was changed. /oncall covers lists what is in force.")
        .build();
  }
}
