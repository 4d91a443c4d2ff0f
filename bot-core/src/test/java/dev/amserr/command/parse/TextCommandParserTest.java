package dev.amserr.command.parse;

import static dev.amserr.command.SampleCommands.NOW;
import static dev.amserr.command.SampleCommands.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.Invocation;
import dev.amserr.command.PersonRef;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.When;
import dev.amserr.command.reply.Privacy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCommandParserTest {

  private final TextCommandParser parser = new TextCommandParser(SampleCommands.registry().build());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/amserr 0x8088002E",
        "amserr 0x8088002E",
        "  /AMSERR   0x8088002E",
        "@bot /amserr 0x8088002E",
        "@bot amserr 0x8088002E",
        "<@U0000009> amserr 0x8088002E",
        "<@!100000000000000009>/amserr 0x8088002E",
        "/amserr code:0x8088002E",
        "/amserr code: 0x8088002E",
        "/amserr --code 0x8088002E",
        "/amserr --code=0x8088002E",
        "/amserr \u2014code 0x8088002E",
        "/amserr \u2013code=0x8088002E",
        "/amserr \u201c0x8088002E\u201d",
        "/amserr\n0x8088002E"
      })
  void a_code_is_understood_however_it_is_written(String line) {
    Invocation invocation = ready(line);

    assertThat(invocation.path()).hasToString("/amserr");
    assertThat(invocation.options().values()).containsExactly(Map.entry("code", "0x8088002E"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<SmoothStreaming><Error ErrorCode=\"MPE_X\"/></SmoothStreaming>",
        "Error: code:5 in player",
        "Error: code:5 system:amp in player",
        "-2147024891",
        "-5 and more",
        "--- log ---",
        "{\"code\": \"0x8088002E\", \"share\": true}",
        "https://example.com/a?code=5",
        "it's \"half quoted",
        "10:15:00 error 0x8088002E",
        "--boundary of a mail",
        "two   blanks\tand a tab ",
        "help me with 404",
        "  line one\n\tline two\r\n\nsystem:amp\n--share"
      })
  void pasted_text_arrives_to_the_letter(String text) {
    assertThat(ready("/amserr " + text).options().requiredText("code"))
        .isEqualTo(text.stripLeading());
  }

  @ParameterizedTest
  @CsvSource({
    "/amserr system:amp 404, 404",
    "/amserr 404 system:amp, 404",
    "/amserr 404 --system amp, 404",
    "/amserr 404 --system=amp, 404",
    "/amserr 404 \u2014system amp, 404",
    "/amserr --system amp 404 not found, 404 not found",
    "/amserr code:404 system:amp, 404",
    "/amserr \"404\" system:\u201camp\u201d, 404"
  })
  void options_stand_before_the_text_or_after_a_single_line(String line, String code) {
    Invocation invocation = ready(line);

    assertThat(invocation.options().text("code")).contains(code);
    assertThat(invocation.options().text("system")).contains("amp");
  }

  @Test
  void quotes_keep_what_looks_like_an_option_in_the_text() {
    Invocation invocation = ready("/amserr \"failed with system:amp\"");

    assertThat(invocation.options().text("code")).contains("failed with system:amp");
    assertThat(invocation.options().has("system")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/amserr 404 --share",
        "/amserr --share 404",
        "/amserr 404 share:yes",
        "/amserr share:true 404",
        "/amserr --share true 404",
        "/amserr Share: on 404"
      })
  void share_makes_the_answer_public(String line) {
    Invocation invocation = ready(line);

    assertThat(invocation.privacy()).isEqualTo(Privacy.PUBLIC);
    assertThat(invocation.options().text("code")).contains("404");
  }

  @Test
  void an_answer_is_private_unless_it_is_shared() {
    assertThat(ready("/amserr 404").privacy()).isEqualTo(Privacy.PRIVATE);
    assertThat(ready("/amserr 404 share:no").privacy()).isEqualTo(Privacy.PRIVATE);
  }

  @Test
  void subcommands_of_the_other_command_work_after_this_one_too() {
    assertThat(ready("/amserr search token expired").path()).hasToString("/codes search");
    assertThat(ready("/codes search token expired").options().text("words"))
        .contains("token expired");
    assertThat(ready("/amserr systems").path()).hasToString("/codes systems");
    assertThat(ready("/amserr \"search\"").path()).hasToString("/amserr");
  }

  @Test
  void a_text_that_begins_with_such_a_word_stays_a_text() {
    Invocation invocation = ready("/amserr systems down with 404");

    assertThat(invocation.path()).hasToString("/amserr");
    assertThat(invocation.options().requiredText("code")).isEqualTo("systems down with 404");
    assertThat(parser.parse("/amserr systems --help", ORIGIN))
        .isEqualTo(new CommandInput.HelpWanted("codes"));
  }

  @Test
  void a_first_word_that_is_no_subcommand_goes_to_the_default_one() {
    Invocation invocation = ready("/oncall player");

    assertThat(invocation.path()).hasToString("/oncall who");
    assertThat(invocation.options().text("team")).contains("player");
  }

  @Test
  void no_word_at_all_goes_to_the_default_one() {
    assertThat(ready("/oncall").path()).hasToString("/oncall who");
    assertThat(ready("/oncall at:now").options().when("at")).contains(new When.Exact(NOW));
  }

  @Test
  void positions_that_fit_one_option_only_are_understood() {
    Invocation invocation = ready("/oncall 18:00 player");

    assertThat(invocation.options().text("team")).contains("player");
    assertThat(invocation.options().when("at"))
        .contains(new When.Local(LocalDateTime.parse("2026-03-09T18:00")));
  }

  @Test
  void a_day_and_a_time_of_day_are_one_value() {
    Invocation invocation =
        ready("/oncall cover player primary 2026-03-09 18:00 until:tomorrow 09:00 @ana");

    assertThat(invocation.options().when("from"))
        .contains(new When.Local(LocalDateTime.parse("2026-03-09T18:00")));
    assertThat(invocation.options().when("until"))
        .contains(new When.Local(LocalDateTime.parse("2026-03-10T09:00")));
    assertThat(invocation.options().person("by")).contains(new PersonRef.ByName("ana"));
  }

  @Test
  void a_mention_is_a_person_by_id() {
    Invocation invocation =
        ready("/oncall cover by:<@U0000001|ana> level:Backup team:player from:now until:+2h");

    assertThat(invocation.options().person("by")).contains(new PersonRef.ById("U0000001"));
    assertThat(invocation.options().text("level")).contains("backup");
    assertThat(invocation.options().when("until"))
        .contains(new When.Exact(Instant.parse("2026-03-09T15:30:00Z")));
  }

  @Test
  void required_words_come_before_the_rest_of_the_line() {
    Invocation invocation = ready("/oncall uncover 12 back from leave: early");

    assertThat(invocation.options().integer("number")).contains(12L);
    assertThat(invocation.options().text("reason")).contains("back from leave: early");
  }

  @Test
  void a_code_may_have_a_colon_of_its_own() {
    assertThat(ready("/errors show amp:0x20200194").options().text("code"))
        .contains("amp:0x20200194");
  }

  @Test
  void a_length_of_time_finds_its_option() {
    Invocation invocation = ready("/errors 7d source:web-eu --muted");

    assertThat(invocation.path()).hasToString("/errors top");
    assertThat(invocation.options().duration("window")).contains(Duration.ofDays(7));
    assertThat(invocation.options().text("source")).contains("web-eu");
    assertThat(invocation.options().flag("muted")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/amser 404 | There is no command “/amser”. Did you mean /amserr? There are /amserr, /codes, /oncall, /errors.",
        "weather    | There is no command “/weather”. There are /amserr, /codes, /oncall, /errors.",
        "/amserr    | /amserr needs code (A code, or text with codes in it). For example: /amserr 0x8088002E",
        "/amserr system:amp | /amserr needs code (A code, or text with codes in it). For example: /amserr 0x8088002E",
        "/amserr --systm amp 404 | /amserr has no option “systm”. Did you mean system? It takes code, system, share.",
        "/codes serch x | /codes has no subcommand “serch”. Did you mean search? It has search, systems, diff.",
        "/codes systems x | /codes systems has no use for “x”. It takes nothing else.",
        "/codes diff 404 | /codes diff needs second (The other code). Write second:…",
        "/oncall player tema:x | /oncall who has no option “tema”. Did you mean team? It takes team, at.",
        "/oncall team: | team is empty. Write team:… (Which team).",
        "/oncall team: at:now | team is empty. Write team:… (Which team).",
        "/oncall team:a team:b | team is given twice. Write it once.",
        "/oncall at:lunch | at must be a time, not “lunch”. Write 14:30, \"tomorrow 09:00\", \"2026-03-09 14:30\", +2h or 2026-03-09T13:30:00Z.",
        "/oncall player encoder | at must be a time, not “encoder”. Write 14:30, \"tomorrow 09:00\", \"2026-03-09 14:30\", +2h or 2026-03-09T13:30:00Z.",
        "/oncall covr player primary | at must be a time, not “player”. Write 14:30, \"tomorrow 09:00\", \"2026-03-09 14:30\", +2h or 2026-03-09T13:30:00Z. Or did you mean /oncall cover?",
        "/oncall uncover twelve | number must be a whole number, not “twelve”. Write 12.",
        "/errors web-eu | “web-eu” could mean more than one thing. Write source:web-eu or system:web-eu.",
        "/errors top window:soon | window must be a length of time, not “soon”. Write 24h, 1h30m or 7d.",
        "/errors top --muted=perhaps | muted must be yes or no, not “perhaps”. Write true or false."
      })
  void a_mistake_is_named_with_what_to_write_instead(String line, String sentence) {
    assertThat(refusal(line)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "/help, ''",
    "'', ''",
    "/, ''",
    "@bot, ''",
    "help oncall, oncall",
    "/help /oncall, oncall",
    "/codes, codes",
    "/codes help, codes",
    "/oncall help, oncall",
    "/oncall help cover, oncall",
    "/oncall help player, oncall",
    "/oncall cover help, oncall",
    "/oncall --help, oncall",
    "/oncall cover --help, oncall",
    "/amserr help, amserr",
    "/amserr --help, amserr"
  })
  void help_is_always_there(String line, String about) {
    CommandInput input = parser.parse(line, ORIGIN);

    assertThat(input).isEqualTo(new CommandInput.HelpWanted(about));
  }

  @Test
  void a_long_word_is_echoed_in_short() {
    assertThat(refusal("/" + "x".repeat(100_000))).hasSizeLessThan(150);
  }

  private Invocation ready(String line) {
    return parser
        .parse(line, ORIGIN)
        .fold(
            CommandInput.Ready::invocation,
            help -> {
              throw new AssertionError(line + " asks for help");
            },
            refused -> {
              throw new AssertionError(line + ": " + refused.sentence());
            });
  }

  private String refusal(String line) {
    return parser
        .parse(line, ORIGIN)
        .fold(ready -> "ready: " + ready, help -> "help", CommandInput.Refused::sentence);
  }
}
