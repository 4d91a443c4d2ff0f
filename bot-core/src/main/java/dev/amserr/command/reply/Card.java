package dev.amserr.command.reply;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is told: a title, parts in the order of reading, and what can be done about it.
 *
 * @param url where the title leads; null for nowhere
 */
public record Card(
    String title, @Nullable URI url, Tone tone, List<Part> parts, List<Action> actions) {

  public Card {
    if (title.isBlank()) {
      throw new IllegalArgumentException("A card needs a title");
    }
    if (url != null) {
      Link.requireWeb(url);
    }
    Objects.requireNonNull(tone, "tone");
    parts = List.copyOf(parts);
    actions = List.copyOf(actions);
  }

  /** Starts a card of neutral tone. */
  public static Builder titled(String title) {
    return new Builder(title);
  }

  /** Where the title leads. */
  public Optional<URI> link() {
    return Optional.ofNullable(url);
  }

  /** The same card with other actions. */
  public Card withActions(List<Action> others) {
    return new Card(title, url, tone, parts, others);
  }

  /** Writes a card from top to bottom; facts that follow each other become one part. */
  public static final class Builder {

    private final String title;
    private @Nullable URI url;
    private Tone tone = Tone.NEUTRAL;
    private final List<Part> parts = new ArrayList<>();
    private final List<Part.Fact> facts = new ArrayList<>();
    private Part.Facts.Layout layout = Part.Facts.Layout.STACKED;
    private final List<Action> actions = new ArrayList<>();

    private Builder(String title) {
      this.title = title;
    }

    /** Where the title leads. */
    public Builder link(URI to) {
      this.url = to;
      return this;
    }

    public Builder tone(Tone value) {
      this.tone = value;
      return this;
    }

    /** A fact on a line of its own. */
    public Builder fact(String name, Phrase value) {
      return fact(name, value, Part.Facts.Layout.STACKED);
    }

    public Builder fact(String name, String value) {
      return fact(name, Phrase.of(value));
    }

    /** A short fact that may stand beside others. */
    public Builder inlineFact(String name, Phrase value) {
      return fact(name, value, Part.Facts.Layout.INLINE);
    }

    public Builder inlineFact(String name, String value) {
      return inlineFact(name, Phrase.of(value));
    }

    public Builder text(Phrase text) {
      return part(new Part.Text(text));
    }

    public Builder text(String text) {
      return text(Phrase.of(text));
    }

    public Builder code(String text) {
      return part(new Part.Code("", text));
    }

    /** A list of plain texts. */
    public Builder bullets(List<String> items) {
      return part(new Part.Bullets(items.stream().map(Phrase::of).toList(), 0));
    }

    public Builder sparkline(List<Double> values, String caption) {
      return part(new Part.Sparkline(values, caption));
    }

    public Builder links(Link... links) {
      return part(new Part.Links(List.of(links)));
    }

    public Builder part(Part part) {
      closeFacts();
      parts.add(part);
      return this;
    }

    public Builder action(Action action) {
      actions.add(action);
      return this;
    }

    public Card build() {
      closeFacts();
      return new Card(title, url, tone, parts, actions);
    }

    private Builder fact(String name, Phrase value, Part.Facts.Layout as) {
      if (layout != as) {
        closeFacts();
        layout = as;
      }
      facts.add(new Part.Fact(name, value));
      return this;
    }

    private void closeFacts() {
      if (!facts.isEmpty()) {
        parts.add(new Part.Facts(facts, layout));
        facts.clear();
      }
    }
  }
}
