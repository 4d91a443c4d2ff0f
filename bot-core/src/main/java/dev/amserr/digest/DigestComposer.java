package dev.amserr.digest;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Span;
import dev.amserr.recurrence.ChartRenderer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes the messages of a snapshot. Equal snapshots give equal messages: nothing else goes in but
 * where the pages are.
 *
 * <p>A digest is at most {@value #MOST_MESSAGES} messages, each far enough within the limits of
 * both platforms that neither cuts it: what does not fit is counted, and linked where there is a
 * page.
 */
public final class DigestComposer {

  static final int MOST_MESSAGES = 3;

  /** Of a message: Discord takes 6,000 characters in all embeds, Slack about 12,000. */
  private static final int MESSAGE = 4_400;

  /** Of a list: Slack takes 3,000 characters a section, Discord 4,096 a description. */
  private static final int LIST = 2_400;

  /** Kept free in the last message for the sections that did not fit and the last words. */
  private static final int LAST_WORDS = 900;

  private static final int CARD = 60;

  /** Where there is much to tell, no section may take more lines. */
  static final int MOST_OF_A_SECTION = 40;

  private static final int FEW = 60;

  /** With less room than that, a message is full. */
  private static final int LEAST_ROOM = 400;

  private final Function<RunId, Optional<URI>> pages;
  private final ChartRenderer renderer;
  private final SnapshotCodec codec = new SnapshotCodec();

  /**
   * A composer.
   *
   * @param pages where people can read a whole digest; empty without a public address
   */
  public DigestComposer(Function<RunId, Optional<URI>> pages, ChartRenderer renderer) {
    this.pages = pages;
    this.renderer = renderer;
  }

  /** The messages of a digest, at least one. */
  public List<DigestPart> parts(DigestSnapshot snapshot) {
    return parts(snapshot, Map.of());
  }

  /**
   * The same messages, with what was done since.
   *
   * @param handled by the id of a series, such as {@code acknowledged by Ana}; changes no line's
   *     place
   */
  public List<DigestPart> parts(DigestSnapshot snapshot, Map<Long, String> handled) {
    if (snapshot.isEmpty()) {
      String line = new DigestText(snapshot).nothing() + " Run " + snapshot.run() + ".";
      return List.of(new DigestPart(1, 1, Reply.of(line).publicly(), Set.of()));
    }
    List<Message> messages = new Packing(snapshot, cards(snapshot), handled).messages();
    List<DigestPart> parts = new ArrayList<>();
    for (Message message : messages) {
      parts.add(
          new DigestPart(
              parts.size() + 1,
              messages.size(),
              Reply.of("", message.cards).publicly(),
              message.series));
    }
    return parts;
  }

  /** The whole digest in one reply, every line of it: for pages and plain text. */
  public Reply whole(DigestSnapshot snapshot) {
    DigestCards digest = cards(snapshot);
    List<Card> cards = new ArrayList<>();
    cards.add(digest.head());
    for (DigestSnapshot.Section section : snapshot.sections()) {
      List<Phrase> lines =
          section.lines().stream().map(line -> digest.line(section.state(), line, "")).toList();
      cards.add(digest.section(section, true, lines, 0));
    }
    cards.add(digest.foot(false));
    return Reply.of("", cards).publicly();
  }

  private DigestCards cards(DigestSnapshot snapshot) {
    return new DigestCards(
        snapshot,
        SnapshotCodec.sha256(codec.write(snapshot)),
        pages.apply(snapshot.run()).orElse(null),
        renderer);
  }

  /** About how long a phrase is on the platform that needs the most characters for it. */
  static int weight(Phrase phrase) {
    int weight = 3;
    for (Span span : phrase.spans()) {
      weight +=
          span.<Integer>fold(
              plain -> escaped(plain.text()),
              strong -> escaped(strong.text()) + 4,
              code -> escaped(code.text()) + 2,
              time -> 70,
              named -> escaped(named.mention().name()) + 24,
              linked ->
                  escaped(linked.link().label()) + linked.link().url().toString().length() + 4);
    }
    return weight;
  }

  /** Slack writes an ampersand as five characters, Discord a backslash before what is markup. */
  private static int escaped(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      length += c == '&' || c == '<' || c == '>' ? 5 : "_*~`|\\[]()#-".indexOf(c) >= 0 ? 2 : 1;
    }
    return length;
  }

  /** A message while it is filled. */
  private static final class Message {
    private final List<Card> cards = new ArrayList<>();
    private final Set<Long> series = new HashSet<>();
    private int weight;

    void add(Card card, int cardWeight) {
      cards.add(card);
      weight += cardWeight;
    }
  }

  /** Fills messages from the first section to the last. */
  private static final class Packing {

    private final DigestSnapshot snapshot;
    private final DigestCards cards;
    private final Map<Long, String> handled;
    private final List<Message> messages = new ArrayList<>();

    Packing(DigestSnapshot snapshot, DigestCards cards, Map<Long, String> handled) {
      this.snapshot = snapshot;
      this.cards = cards;
      this.handled = handled;
    }

    List<Message> messages() {
      Message first = open();
      first.add(cards.head(), cards.headWeight());
      snapshot.sections().forEach(this::add);
      int shown = messages.stream().mapToInt(message -> message.series.size()).sum();
      last().add(cards.foot(shown < snapshot.flagged()), CARD);
      return messages;
    }

    private void add(DigestSnapshot.Section section) {
      int all = section.lines().size();
      int most = snapshot.flagged() > FEW ? Math.min(all, MOST_OF_A_SECTION) : all;
      int from = 0;
      int end = end(section, 0, most);
      while (end < most && (end > from || !isLast())) {
        if (end > from) {
          put(section, from, end, 0);
        }
        if (end == from || room() < LEAST_ROOM) {
          if (isLast()) {
            from = end;
            break;
          }
          open();
        }
        from = end;
        end = end(section, from, most);
      }
      put(section, from, end, all - end);
    }

    /** How many lines from there on fit into one list of the message that is open. */
    private int end(DigestSnapshot.Section section, int from, int most) {
      int used = CARD;
      int end = from;
      while (end < most && used + weight(section, end) <= Math.min(room(), LIST)) {
        used += weight(section, end);
        end++;
      }
      return end;
    }

    private void put(DigestSnapshot.Section section, int from, int end, int more) {
      if (from == end && more == 0) {
        return;
      }
      List<Phrase> lines = new ArrayList<>();
      int used = CARD;
      for (int i = from; i < end; i++) {
        DigestSnapshot.Line line = section.lines().get(i);
        lines.add(cards.line(section.state(), line, handled.getOrDefault(line.series(), "")));
        last().series.add(line.series());
        used += weight(section, i);
      }
      last().add(cards.section(section, from == 0, lines, more), used);
    }

    private int weight(DigestSnapshot.Section section, int index) {
      return DigestComposer.weight(cards.line(section.state(), section.lines().get(index), ""));
    }

    private int room() {
      return (isLast() ? MESSAGE - LAST_WORDS : MESSAGE) - last().weight;
    }

    private boolean isLast() {
      return messages.size() == MOST_MESSAGES;
    }

    private Message last() {
      return messages.get(messages.size() - 1);
    }

    private Message open() {
      Message message = new Message();
      messages.add(message);
      return message;
    }
  }
}
