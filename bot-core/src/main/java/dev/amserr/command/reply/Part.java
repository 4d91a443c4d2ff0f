package dev.amserr.command.reply;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** One block of a {@link Card}, in the order in which it is read. */
public sealed interface Part {

  /** Names with values. */
  record Facts(List<Fact> facts, Layout layout) implements Part {
    public Facts {
      facts = List.copyOf(facts);
      Objects.requireNonNull(layout, "layout");
      if (facts.isEmpty()) {
        throw new IllegalArgumentException("Facts need at least one");
      }
    }

    /** How a platform arranges facts where it has a choice. */
    public enum Layout {
      /** One below the other. */
      STACKED,
      /** Side by side: short values. */
      INLINE
    }
  }

  /** One name with its value. */
  record Fact(String name, Phrase value) {
    public Fact {
      if (name.isBlank()) {
        throw new IllegalArgumentException("A fact needs a name");
      }
      Objects.requireNonNull(value, "value");
    }
  }

  /** A paragraph. */
  record Text(Phrase text) implements Part {
    public Text {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * Text shown to the letter, in monospace.
   *
   * @param language for highlighting, such as {@code json}; empty for none
   */
  record Code(String language, String text) implements Part {
    public Code {
      Objects.requireNonNull(language, "language");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * A list.
   *
   * @param more how many items were left out before rendering; a renderer adds those it leaves out
   */
  record Bullets(List<Phrase> items, int more) implements Part {
    public Bullets {
      items = List.copyOf(items);
      requireCount(more);
    }
  }

  /**
   * Rows under headers.
   *
   * @param rows each as long as {@code columns}
   * @param more how many rows were left out before rendering; a renderer adds those it leaves out
   */
  record Table(List<Column> columns, List<List<Phrase>> rows, int more) implements Part {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      requireCount(more);
      if (columns.isEmpty()) {
        throw new IllegalArgumentException("A table needs a column");
      }
      for (List<Phrase> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "A row of " + row.size() + " cells under " + columns.size() + " columns");
        }
      }
    }
  }

  /** A column of a table. */
  record Column(String header, Alignment alignment) {
    public Column {
      Objects.requireNonNull(header, "header");
      Objects.requireNonNull(alignment, "alignment");
    }

    /** A column of words. */
    public static Column left(String header) {
      return new Column(header, Alignment.LEFT);
    }

    /** A column of numbers. */
    public static Column right(String header) {
      return new Column(header, Alignment.RIGHT);
    }

    /** On which side of its column a cell stands. */
    public enum Alignment {
      LEFT,
      RIGHT
    }
  }

  /**
   * A row of small bars, scaled from 0 to the highest value.
   *
   * @param values each finite and at least 0, or NaN where nothing was measured
   * @param caption what is counted, over which time
   */
  record Sparkline(List<Double> values, String caption) implements Part {
    public Sparkline {
      values = List.copyOf(values);
      if (values.isEmpty() || values.stream().anyMatch(v -> v < 0 || v.isInfinite())) {
        throw new IllegalArgumentException("A sparkline needs values from 0, or NaN for a gap");
      }
      if (caption.isBlank()) {
        throw new IllegalArgumentException("A sparkline needs a caption");
      }
    }
  }

  /**
   * A PNG picture.
   *
   * @param id names the picture for good, such as the chart of a series over a window; letters,
   *     digits, {@code - _ .}, at most 100: it is part of file names and URLs
   * @param alt says in words what the picture shows
   */
  record Image(String id, String alt, Source source) implements Part {
    public Image {
      if (!id.matches("[A-Za-z0-9][-_.A-Za-z0-9]{0,99}")) {
        throw new IllegalArgumentException("Not an image id: " + id);
      }
      if (alt.isBlank()) {
        throw new IllegalArgumentException("An image needs a text that says what it shows");
      }
      Objects.requireNonNull(source, "source");
    }

    /** Where the picture comes from. */
    public sealed interface Source {

      /** One function per case. */
      default <T> T fold(Function<Remote, T> remote, Function<Drawn, T> drawn) {
        return this instanceof Remote r ? remote.apply(r) : drawn.apply((Drawn) this);
      }
    }

    /** It stands on the web. */
    public record Remote(URI url) implements Source {
      public Remote {
        Link.requireWeb(url);
      }
    }

    /** It is drawn when a platform needs its bytes. */
    public record Drawn(Supplier<byte[]> png) implements Source {
      public Drawn {
        Objects.requireNonNull(png, "png");
      }
    }
  }

  /** Links, each with a label. */
  record Links(List<Link> links) implements Part {
    public Links {
      links = List.copyOf(links);
      if (links.isEmpty()) {
        throw new IllegalArgumentException("Links need at least one");
      }
    }
  }

  /** One function per case. */
  default <T> T fold(
      Function<Facts, T> facts,
      Function<Text, T> text,
      Function<Code, T> code,
      Function<Bullets, T> bullets,
      Function<Table, T> table,
      Function<Sparkline, T> sparkline,
      Function<Image, T> image,
      Function<Links, T> links) {
    if (this instanceof Facts f) {
      return facts.apply(f);
    }
    if (this instanceof Text t) {
      return text.apply(t);
    }
    if (this instanceof Code c) {
      return code.apply(c);
    }
    if (this instanceof Bullets b) {
      return bullets.apply(b);
    }
    if (this instanceof Table t) {
      return table.apply(t);
    }
    if (this instanceof Sparkline s) {
      return sparkline.apply(s);
    }
    if (this instanceof Image i) {
      return image.apply(i);
    }
    return links.apply((Links) this);
  }

  private static void requireCount(int more) {
    if (more < 0) {
      throw new IllegalArgumentException("more must not be negative: " + more);
    }
  }
}
