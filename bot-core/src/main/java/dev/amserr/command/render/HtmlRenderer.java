package dev.amserr.command.render;

import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Link;
import dev.amserr.command.reply.Overflow;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Span;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Replies as fragments of HTML: semantic elements, no style and no script, every datum escaped. A
 * page styles them by element, by class and by {@code data-tone}, and finds buttons and menus by
 * {@code data-action}, which carries the id.
 */
public final class HtmlRenderer {

  private final Function<String, String> pictureUrl;

  /**
   * A renderer for one site.
   *
   * @param pictureUrl where the site serves a drawn picture, by its id
   */
  public HtmlRenderer(Function<String, String> pictureUrl) {
    this.pictureUrl = pictureUrl;
  }

  /** One {@code section}. */
  public String render(Reply reply, ReaderTime time) {
    String text = reply.text().isBlank() ? "" : "<p>" + lines(reply.text()) + "</p>";
    return "<section class=\"reply\">"
        + text
        + each(reply.cards(), card -> card(card, time))
        + "</section>";
  }

  private String card(Card card, ReaderTime time) {
    String word = card.tone().word();
    String title =
        card.link()
            .map(url -> link(new Link(card.title(), url)))
            .orElseGet(() -> escape(card.title()));
    String spoken = word.isEmpty() ? "" : "<span class=\"tone\">" + escape(word) + ": </span>";
    String actions = each(card.actions(), HtmlRenderer::action);
    return "<article class=\"card\" data-tone=\""
        + card.tone().name().toLowerCase(Locale.ROOT)
        + "\"><h3>"
        + spoken
        + title
        + "</h3>"
        + each(card.parts(), part -> part(part, time))
        + (actions.isEmpty() ? "" : "<div class=\"actions\">" + actions + "</div>")
        + "</article>";
  }

  private String part(Part part, ReaderTime time) {
    return part.fold(
        facts ->
            "<dl class=\""
                + (facts.layout() == Part.Facts.Layout.INLINE ? "facts inline" : "facts")
                + "\">"
                + each(
                    facts.facts(),
                    fact ->
                        "<div><dt>"
                            + escape(fact.name())
                            + "</dt><dd>"
                            + phrase(fact.value(), time)
                            + "</dd></div>")
                + "</dl>",
        text -> "<p>" + phrase(text.text(), time) + "</p>",
        code -> "<pre tabindex=\"0\"><code>" + escape(code.text()) + "</code></pre>",
        bullets ->
            "<ul>"
                + each(bullets.items(), item -> "<li>" + phrase(item, time) + "</li>")
                + "</ul>"
                + more(bullets.more()),
        table -> table(table, time),
        sparkline ->
            "<figure class=\"sparkline\"><span aria-hidden=\"true\">"
                + Sparklines.bars(sparkline)
                + "</span><figcaption>"
                + escape(Sparklines.caption(sparkline))
                + "</figcaption></figure>",
        image ->
            "<figure><img alt=\""
                + escape(image.alt())
                + "\" src=\""
                + escape(
                    image
                        .source()
                        .fold(
                            remote -> remote.url().toASCIIString(),
                            drawn -> pictureUrl.apply(image.id())))
                + "\"></figure>",
        links ->
            "<ul class=\"links\">"
                + each(links.links(), link -> "<li>" + link(link) + "</li>")
                + "</ul>");
  }

  private static String table(Part.Table table, ReaderTime time) {
    StringBuilder html =
        new StringBuilder("<div class=\"table\" tabindex=\"0\"><table><thead><tr>");
    for (Part.Column column : table.columns()) {
      html.append("<th scope=\"col\"").append(side(column)).append('>');
      html.append(escape(column.header())).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (List<Phrase> row : table.rows()) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        html.append("<td").append(side(table.columns().get(i))).append('>');
        html.append(phrase(row.get(i), time)).append("</td>");
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table></div>").append(more(table.more())).toString();
  }

  private static String side(Part.Column column) {
    return column.alignment() == Part.Column.Alignment.RIGHT ? " class=\"number\"" : "";
  }

  private static String action(Action action) {
    return action
        .storedId()
        .map(
            id ->
                action.fold(
                    button ->
                        "<button type=\"button\" class=\""
                            + button.style().name().toLowerCase(Locale.ROOT)
                            + "\" data-action=\""
                            + escape(id.toString())
                            + "\">"
                            + escape(button.label())
                            + "</button>",
                    menu ->
                        "<label>"
                            + escape(menu.label())
                            + " <select data-action=\""
                            + escape(id.toString())
                            + "\"><option value=\"\"></option>"
                            + each(
                                menu.items(),
                                item ->
                                    "<option value=\""
                                        + escape(item.value())
                                        + "\">"
                                        + escape(item.label())
                                        + "</option>")
                            + "</select></label>"))
        .orElse("");
  }

  private static String phrase(Phrase phrase, ReaderTime time) {
    return each(phrase.spans(), span -> span(span, time));
  }

  private static String span(Span span, ReaderTime reader) {
    return span.fold(
        plain -> lines(plain.text()),
        strong -> "<strong>" + lines(strong.text()) + "</strong>",
        code -> "<code>" + escape(code.text()) + "</code>",
        time -> "<time datetime=\"" + time.at() + "\">" + escape(reader.format(time)) + "</time>",
        named -> "<span class=\"person\">" + escape(named.mention().name()) + "</span>",
        linked -> link(linked.link()));
  }

  private static String link(Link link) {
    return "<a href=\""
        + escape(link.url().toASCIIString())
        + "\" rel=\"noopener noreferrer\">"
        + escape(link.label())
        + "</a>";
  }

  private static String more(int count) {
    return count == 0 ? "" : "<p class=\"more\">" + escape(Overflow.note(count)) + "</p>";
  }

  private static String lines(String text) {
    return escape(text).replace("\n", "<br>");
  }

  private static <T> String each(List<T> items, Function<T, String> html) {
    return items.stream().map(html).collect(Collectors.joining());
  }

  /** The text as data: safe in an element and in a quoted attribute. */
  static String escape(String text) {
    return SafeText.lines(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
