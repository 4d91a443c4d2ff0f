package dev.amserr.app.console;

import dev.amserr.app.http.Schema;

/** The shapes of replies and of what asks for them. */
public final class ReplySchemas {

  private static final Schema LINK =
      Schema.object().field("label", Schema.text()).field("url", Schema.text()).named("Link");

  private static final Schema FACT =
      Schema.object().field("name", Schema.text()).field("value", Schema.text()).named("Fact");

  private static final Schema TABLE =
      Schema.object()
          .field("headers", Schema.listOf(Schema.text()))
          .field("rows", Schema.listOf(Schema.listOf(Schema.text())))
          .field("more", Schema.integer().described("Rows left out"))
          .orNull();

  private static final Schema ACTION =
      Schema.object()
          .field("id", Schema.text())
          .field("label", Schema.text())
          .optional("style", Schema.oneOf("normal", "primary", "danger"))
          .optional(
              "items",
              Schema.listOf(
                      Schema.object().field("label", Schema.text()).field("value", Schema.text()))
                  .described("What a menu offers"))
          .named("Action");

  private static final Schema PART =
      Schema.object()
          .field(
              "kind",
              Schema.oneOf("facts", "text", "code", "list", "table", "sparkline", "image", "links"))
          .described("A block in the order of reading; its other fields follow from its kind")
          .named("Part");

  /** A card of a reply. */
  public static final Schema CARD =
      Schema.object()
          .field("title", Schema.text())
          .optional("url", Schema.text())
          .field("tone", Schema.oneOf("neutral", "info", "good", "warning", "bad"))
          .field("facts", Schema.listOf(FACT))
          .field("text", Schema.text().orNull())
          .field("code", Schema.text().orNull())
          .field("list", Schema.listOf(Schema.text()))
          .field("table", TABLE)
          .field("links", Schema.listOf(LINK))
          .field("actions", Schema.listOf(ACTION))
          .field("parts", Schema.listOf(PART))
          .named("Card");

  static final Schema REPLY =
      Schema.object()
          .field("text", Schema.text())
          .field("privacy", Schema.oneOf("private", "public"))
          .field("placement", Schema.oneOf("new_message", "replace_message"))
          .field("cards", Schema.listOf(CARD))
          .named("Reply");

  private ReplySchemas() {}

  /** What is asked, with how the reader reads. */
  static Schema asked(Schema question) {
    return question
        .optional("zone", Schema.text().described("The reader's zone, such as Europe/Berlin"))
        .optional("locale", Schema.text().described("The reader's language, such as en"));
  }
}
