package dev.amserr.digest;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Reply;
import java.util.List;

/**
 * Digests as they are shown to whoever asks: the messages that are posted, with the hash of the
 * snapshot they are made of. Equal snapshots are shown alike wherever they are asked for.
 */
public final class DigestReplies {

  private final DigestComposer composer;
  private final DigestPictures pictures;
  private final RunOutcomes outcomes;
  private final SnapshotCodec codec = new SnapshotCodec();

  public DigestReplies(DigestComposer composer, DigestPictures pictures, RunOutcomes outcomes) {
    this.outcomes = outcomes;
    this.composer = composer;
    this.pictures = pictures;
  }

  /** What would be posted. Its picture can be asked for while it is new. */
  public Reply preview(DigestSnapshot snapshot) {
    pictures.keep(snapshot);
    return shown("Preview; nothing was posted.", snapshot, codec.write(snapshot));
  }

  /** What was posted, or why nothing was. */
  public Reply past(DigestRun run) {
    return run.snapshot().isEmpty()
        ? Reply.of(run.id() + " was " + outcomes.of(run) + ".")
        : shown("As it was: " + outcomes.of(run) + ".", codec.read(run.snapshot()), run.snapshot());
  }

  /** Every line of what was posted, however many there are; see {@link #past} for the rest. */
  public Reply whole(DigestRun run) {
    return run.snapshot().isEmpty() ? past(run) : composer.whole(codec.read(run.snapshot()));
  }

  private Reply shown(String heading, DigestSnapshot snapshot, String canonical) {
    String text = heading + " Snapshot " + SnapshotCodec.sha256(canonical);
    List<DigestPart> parts = composer.parts(snapshot);
    List<Card> cards = parts.stream().flatMap(part -> part.content().cards().stream()).toList();
    return cards.isEmpty()
        ? Reply.of(parts.get(0).content().text() + "\n" + text)
        : Reply.of(text, cards);
  }
}
