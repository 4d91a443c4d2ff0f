package dev.amserr.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.discord.fake.MessageRules;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a handler answers, Discord takes it. */
class AnyReplyTest {

  @Property(tries = 60)
  void discord_takes_every_reply(@ForAll("replies") Reply reply) {
    JsonNode message = Rendering.json(new ReplyRenderer().render(reply, Rendering.TIME, "ref 0"));

    assertThat(MessageRules.broken(message, 0)).isEmpty();
  }

  @Provide
  Arbitrary<Reply> replies() {
    Arbitrary<List<Card>> cards = cards().list().ofMinSize(1).ofMaxSize(14);
    return Combinators.combine(texts(3_000), cards).as(Reply::of);
  }

  private static Arbitrary<Card> cards() {
    return Combinators.combine(
            texts(400).map(text -> "t" + text),
            Arbitraries.of(Tone.class),
            parts().list().ofMaxSize(9))
        .as((title, tone, parts) -> new Card(title, null, tone, parts, List.of()));
  }

  private static Arbitrary<Part> parts() {
    Arbitrary<Phrase> phrases =
        Arbitraries.frequencyOf(
            Tuple.of(6, texts(80).map(Phrase::of)),
            Tuple.of(1, texts(5_000).map(Phrase::of)),
            Tuple.of(2, texts(400).map(text -> Phrase.empty().strong(text))),
            Tuple.of(2, texts(400).map(text -> Phrase.empty().code(text))));
    Arbitrary<Part.Fact> facts =
        Combinators.combine(texts(300).map(text -> "n" + text), phrases).as(Part.Fact::new);
    return Arbitraries.oneOf(
        phrases.map(Part.Text::new),
        texts(5_000).map(text -> new Part.Code("json", text)),
        phrases.list().ofMaxSize(60).map(items -> new Part.Bullets(items, 3)),
        Combinators.combine(
                facts.list().ofMinSize(1).ofMaxSize(40), Arbitraries.of(Part.Facts.Layout.class))
            .as(Part.Facts::new),
        phrases
            .list()
            .ofMaxSize(40)
            .map(
                cells ->
                    new Part.Table(
                        List.of(Part.Column.left("c")), cells.stream().map(List::of).toList(), 1)),
        Arbitraries.integers()
            .between(1, 12)
            .map(
                i ->
                    new Part.Image(
                        "chart-" + i, "alt", new Part.Image.Drawn(() -> new byte[] {1}))));
  }

  private static Arbitrary<String> texts(int longest) {
    return Arbitraries.strings()
        .withChars("ab *_`~|<>[]()\\#-\n@🔥é")
        .withChars('\u0000', '\u202e')
        .ofMaxLength(longest);
  }
}
