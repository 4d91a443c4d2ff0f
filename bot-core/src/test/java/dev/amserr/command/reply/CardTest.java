package dev.amserr.command.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTest {

  @Test
  void facts_that_follow_each_other_are_one_part() {
    Card card =
        Card.titled("404")
            .fact("Name", "Not Found")
            .fact("Retry", "no")
            .text("Then a sentence.")
            .inlineFact("A", "1")
            .fact("B", "2")
            .build();

    assertThat(card.parts())
        .containsExactly(
            new Part.Facts(
                List.of(
                    new Part.Fact("Name", Phrase.of("Not Found")),
                    new Part.Fact("Retry", Phrase.of("no"))),
                Part.Facts.Layout.STACKED),
            new Part.Text(Phrase.of("Then a sentence.")),
            new Part.Facts(List.of(new Part.Fact("A", Phrase.of("1"))), Part.Facts.Layout.INLINE),
            new Part.Facts(List.of(new Part.Fact("B", Phrase.of("2"))), Part.Facts.Layout.STACKED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "/relative",
        "http:x",
        "ftp://a/b"
      })
  void a_link_leads_to_the_web_only(String url) {
    assertThatThrownBy(() -> Link.to("here", url)).hasMessageContaining("Not an http or https URL");
    assertThatThrownBy(() -> Card.titled("x").link(URI.create(url)).build())
        .hasMessageContaining("Not an http or https URL");
  }

  @Test
  void the_scheme_is_recognised_in_any_case() {
    assertThat(Link.to("here", "HTTPS://EXAMPLE.COM/I").url()).hasHost("EXAMPLE.COM");
  }

  @Test
  void a_row_has_a_cell_for_each_column() {
    assertThatThrownBy(
            () ->
                new Part.Table(
                    List.of(Part.Column.left("a"), Part.Column.right("b")),
                    List.of(List.of(Phrase.of("1"))),
                    0))
        .hasMessage("A row of 1 cells under 2 columns");
  }

  @Test
  void a_label_fits_every_platform() {
    assertThat(Action.button("x".repeat(75), "ack", "").label()).hasSize(75);
    assertThatThrownBy(() -> Action.button("x".repeat(76), "ack", ""))
        .hasMessageContaining("1 to 75 characters");
  }

  @Test
  void a_reply_says_something() {
    assertThatThrownBy(() -> Reply.of("")).hasMessage("A reply needs a text or a card");
    assertThat(Reply.of(Card.titled("A").build(), Card.titled("B").build()).summary())
        .isEqualTo("A · B");
  }

  @Test
  void phrases_join_with_text_between_them() {
    assertThat(Phrase.join(", ", List.of(Phrase.of("a"), Phrase.empty().code("b"))))
        .isEqualTo(Phrase.of("a").plain(", ").code("b"));
  }
}
