package dev.amserr.command;

import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.ActionId;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Mention;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Span;
import dev.amserr.command.reply.Tone;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Replies of every kind, with the facts that each renderer must show. Times are left to each
 * renderer; everything else is listed as it is read, without markup.
 */
public final class SampleReplies {

  public static final Instant NOW = SampleCommands.NOW;

  /**
   * A reply with what must be visible in it.
   *
   * @param facts texts that a reader must find, without a platform's escaping
   */
  public record Sample(String name, Reply reply, List<String> facts) {
    @Override
    public String toString() {
      return name;
    }
  }

  private SampleReplies() {}

  public static List<Sample> all() {
    return List.of(
        sentence(), decoding(), onCall(), series(), hostile(), international(), tooLong());
  }

  public static Sample sentence() {
    return new Sample(
        "sentence",
        Reply.of("There is no team “plyer”. Did you mean player?"),
        List.of("There is no team “plyer”. Did you mean player?"));
  }

  public static Sample decoding() {
    return new Sample(
        "decoding",
        Reply.of(
                Card.titled("0x8088002E · MPE_MGMT_PUBLISHING_POINT_LOCKED")
                    .link(URI.create("https://example.com/codes/0x8088002E"))
                    .tone(Tone.BAD)
                    .inlineFact("System", "IIS media services management")
                    .inlineFact("Value", Phrase.empty().code("0x8088002E"))
                    .text("The publishing point is locked by another operation.")
                    .bullets(List.of("Wait for the other operation.", "Then try again."))
                    .fact("Owner", Phrase.of("Player team, on call ").mention(ana()))
                    .links(Link.to("IIS error codes", "https://example.com/iis?a=1&b=2"))
                    .action(stored("Open", "open"))
                    .build())
            .shareable(),
        List.of(
            "0x8088002E · MPE_MGMT_PUBLISHING_POINT_LOCKED",
            "System",
            "IIS media services management",
            "The publishing point is locked by another operation.",
            "Wait for the other operation.",
            "Then try again.",
            "Player team, on call",
            "Ana Ruiz",
            "IIS error codes",
            "https://example.com/iis?a=1&b=2"));
  }

  public static Sample onCall() {
    return new Sample(
        "on call",
        Reply.of(
                "Player team",
                List.of(
                    Card.titled("On call now")
                        .tone(Tone.GOOD)
                        .fact(
                            "primary",
                            Phrase.empty()
                                .mention(ana())
                                .plain(" until ")
                                .time(Instant.parse("2026-03-16T13:00:00Z"))
                                .plain(", ")
                                .time(
                                    Instant.parse("2026-03-16T13:00:00Z"),
                                    Span.Time.Style.RELATIVE))
                        .fact("backup", Phrase.empty().strong("nobody"))
                        .action(
                            new Action.Menu(
                                "Cover",
                                List.of(
                                    new Action.Item("One hour", "1h"),
                                    new Action.Item("One day", "1d")),
                                new Action.Stored(new ActionId("cover", "id-2"))))
                        .build(),
                    Card.titled("Nobody is on call for backup").tone(Tone.WARNING).build()))
            .publicly()
            .pinging(List.of(ana())),
        List.of(
            "Player team",
            "On call now",
            "primary",
            "Ana Ruiz",
            "until",
            "backup",
            "nobody",
            "Nobody is on call for backup"));
  }

  public static Sample series() {
    return new Sample(
        "series",
        Reply.of(
            Card.titled("Recurring errors")
                .tone(Tone.INFO)
                .part(
                    new Part.Table(
                        List.of(
                            Part.Column.left("code"),
                            Part.Column.right("count"),
                            Part.Column.left("last seen")),
                        List.of(
                            List.of(
                                Phrase.empty().code("0x20200194"),
                                Phrase.of("1,204"),
                                Phrase.empty().time(NOW)),
                            List.of(
                                Phrase.empty().code("MPE_BLOB_NOT_FOUND"),
                                Phrase.of("7"),
                                Phrase.of("never"))),
                        12))
                .sparkline(List.of(0.0, 3.0, Double.NaN, 12.0), "errors a day")
                .part(
                    new Part.Image(
                        "chart-12",
                        "Errors a day, rising to 12",
                        new Part.Image.Drawn(() -> new byte[] {1})))
                .part(
                    new Part.Image(
                        "logo",
                        "The logo",
                        new Part.Image.Remote(URI.create("https://example.com/logo.png"))))
                .part(new Part.Code("json", "{\"code\": \"0x20200194\",\n \"count\": 1204}"))
                .part(new Part.Bullets(List.of(Phrase.of("spike since yesterday")), 3))
                .build()),
        List.of(
            "Recurring errors",
            "code",
            "count",
            "last seen",
            "0x20200194",
            "1,204",
            "MPE_BLOB_NOT_FOUND",
            "never",
            "12",
            "errors a day",
            "▁▃·█",
            "Errors a day, rising to 12",
            "The logo",
            "\"count\": 1204}",
            "spike since yesterday",
            "3"));
  }

  /** Data that looks like every platform's markup; it must come out as it is. */
  public static Sample hostile() {
    List<String> data =
        List.of(
            "<script>alert('1')</script>",
            "*bold* _it_ ~no~ `tick` **b** ||spoiler|| > quote",
            "[label](https://evil.example)",
            "a & b < c > d \"e\"");
    return new Sample(
        "hostile data",
        Reply.of(
            data.get(0),
            List.of(
                Card.titled(data.get(1))
                    .fact(data.get(2), data.get(3))
                    .text(Phrase.empty().strong(data.get(0)).plain(" ").code("a & b"))
                    .bullets(data)
                    .code(data.get(0))
                    .build())),
        data);
  }

  public static Sample international() {
    return new Sample(
        "international",
        Reply.of(
            Card.titled("Störung 再生エラー")
                .fact("größe", "İstanbul 🔥")
                .part(
                    new Part.Table(
                        List.of(Part.Column.left("名前"), Part.Column.right("数")),
                        List.of(
                            List.of(Phrase.of("再生エラー"), Phrase.of("1")),
                            List.of(Phrase.of("e\u0301te\u0301"), Phrase.of("22"))),
                        0))
                .build()),
        List.of("Störung 再生エラー", "größe", "İstanbul 🔥", "再生エラー", "e\u0301te\u0301"));
  }

  /** More than any chat platform takes in a message. */
  public static Sample tooLong() {
    List<String> items = IntStream.rangeClosed(1, 2_000).mapToObj(i -> "item number " + i).toList();
    return new Sample(
        "too long",
        Reply.of(Card.titled("Everything").tone(Tone.WARNING).bullets(items).build()),
        List.of("Everything", "item number 1"));
  }

  private static Mention ana() {
    return new Mention("Ana Ruiz", Map.of("discord", "100000000000000001", "slack", "U0000001"));
  }

  private static Action stored(String label, String action) {
    return Action.button(label, action, "")
        .withTarget(new Action.Stored(new ActionId(action, "id-1")));
  }
}
