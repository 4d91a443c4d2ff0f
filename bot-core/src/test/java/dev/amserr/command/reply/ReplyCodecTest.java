package dev.amserr.command.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.command.SampleReplies;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyCodecTest {

  private final ReplyCodec codec = new ReplyCodec(id -> id.getBytes(UTF_8));

  static List<SampleReplies.Sample> samples() {
    return SampleReplies.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_reply_comes_back_as_it_was(SampleReplies.Sample sample) {
    Reply back = codec.read(codec.write(sample.reply()));

    assertThat(back)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .ignoringFieldsOfTypes(Part.Image.Drawn.class)
        .isEqualTo(sample.reply());
  }

  @Test
  void a_drawn_picture_is_drawn_anew_by_its_id() {
    Part.Image chart =
        new Part.Image("chart-1", "A chart", new Part.Image.Drawn(() -> new byte[9]));
    Reply reply = Reply.of(Card.titled("Chart").part(chart).build());

    Part back = codec.read(codec.write(reply)).cards().get(0).parts().get(0);

    byte[] png = ((Part.Image.Drawn) ((Part.Image) back).source()).png().get();
    assertThat(png).asString(UTF_8).isEqualTo("chart-1");
  }

  @Test
  void what_is_no_stored_reply_is_refused() {
    assertThatThrownBy(() -> codec.read("{")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> codec.read("{}")).isInstanceOf(IllegalArgumentException.class);
  }
}
