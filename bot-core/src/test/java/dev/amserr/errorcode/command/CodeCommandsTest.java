package dev.amserr.errorcode.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.Choice;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.Help;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionValues;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.dispatch.Desk;
import dev.amserr.command.reply.Privacy;
import dev.amserr.command.reply.Reply;
import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Decoding;
import dev.amserr.errorcode.DecodingReply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeCommandsTest {

  private static final Decoder DECODER = new Decoder(CatalogLoader.builtIn());

  private final List<Decoding> asked = new ArrayList<>();
  private final Desk desk = new Desk(registry());

  private CommandRegistry.Builder registry() {
    AtomicReference<Help> help = new AtomicReference<>();
    CommandRegistry.Builder builder = CommandRegistry.builder();
    new CodeCommands(
            () -> DECODER,
            (decoding, at) -> DecodingReply.of(decoding),
            asked::add,
            () -> Reply.of("amserr, the error desk"),
            help::get)
        .register(builder);
    help.set(new Help(builder.build()));
    return builder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/amserr 0x8088002E", "/amserr MPE_MGMT_PUBLISHING_POINT_NOT_FOUND"})
  void a_code_is_decoded_and_can_be_shared(String line) {

    Reply reply = desk.say(line);

    assertThat(Desk.plain(reply)).contains("0x8088002E");
    assertThat(Desk.buttons(reply)).anyMatch(id -> id.startsWith("v1|share|"));
  }

  @Test
  void sharing_an_answer_is_not_asking_again() {
    String share = Desk.buttons(desk.say("/amserr 0x8088002E")).get(0);

    Reply shared = desk.dispatcher.click(share, List.of(), SampleCommands.ORIGIN);

    assertThat(Desk.plain(shared)).contains("0x8088002E");
    assertThat(asked)
        .singleElement()
        .satisfies(decoding -> assertThat(decoding.codes().get(0).text()).isEqualTo("0x8088002E"));
  }

  @Test
  void a_system_pins_the_readings() {
    assertThat(Desk.plain(desk.say("/amserr 404 system:http")))
        .contains("HTTP")
        .doesNotContain("Windows");
    assertThat(Desk.plain(desk.say("/amserr 404 system:htpp")))
        .contains("There is no system htpp")
        .contains("Did you mean http");
  }

  @Test
  void shared_answers_are_public() {

    Reply reply = desk.say("/amserr 0x80070005 --share");

    assertThat(reply.privacy()).isEqualTo(Privacy.PUBLIC);
  }

  @Test
  void words_find_codes_and_missing_words_say_what_to_do() {
    assertThat(Desk.plain(desk.say("/amserr search access denied")))
        .contains("ERROR_ACCESS_DENIED");
    assertThat(Desk.plain(desk.say("/codes search xylophone quartet")))
        .contains("Nothing found")
        .contains("Try fewer words");
  }

  /** The table of HTTP statuses in [MS-ERREF], in winerror.h and in the player's documentation. */
  @Test
  void the_same_fact_is_found_in_every_system() {

    String answer = Desk.plain(desk.say("/codes equiv 404"));

    assertThat(answer)
        .contains("HTTP 404")
        .contains("Not Found")
        .contains("HTTP_E_STATUS_NOT_FOUND")
        .contains("networkErrHttpUrlNotFound")
        .contains("Azure Media Services REST");
  }

  @Test
  void a_windows_error_and_its_hresult_are_the_same_fact() {
    assertThat(Desk.plain(desk.say("/codes equiv 0x80070005")))
        .contains("Windows error 5")
        .contains("E_ACCESSDENIED")
        .contains("ERROR_ACCESS_DENIED");
  }

  @Test
  void a_code_without_a_shared_fact_stands_alone() {
    assertThat(Desk.plain(desk.say("/codes equiv 0x20000001"))).contains("stands alone");
  }

  @Test
  void two_codes_are_compared() {

    String answer = Desk.plain(desk.say("/codes diff 0x80070005 0x80070002"));

    assertThat(answer)
        .contains("E_ACCESSDENIED")
        .contains("0x0005 (5)")
        .contains("0x0002 (2)")
        .contains("The same: ")
        .contains("facility FACILITY_WIN32 (7)");
    assertThat(Desk.plain(desk.say("/codes diff 0x80070005 -2147024891")))
        .contains("Both are E_ACCESSDENIED");
    assertThat(Desk.plain(desk.say("/codes diff 0x80070005 hello"))).contains("No code in hello");
  }

  @Test
  void systems_are_listed_with_their_sizes() {
    assertThat(Desk.plain(desk.say("/codes systems")))
        .contains("iis-management")
        .containsPattern("IIS.* 16");
  }

  @Test
  void help_lists_these_commands_too() {
    assertThat(Desk.plain(desk.say("/amserr help")))
        .contains("/amserr code…")
        .contains("/codes diff");
    assertThat(Desk.plain(desk.say("/codes help"))).contains("/codes equiv");
    assertThat(Desk.plain(desk.say("/codes about"))).contains("the error desk");
  }

  @Test
  void every_example_works() {
    CommandRegistry registry = registry().build();
    List<String> examples =
        registry.specs().stream()
            .flatMap(spec -> spec.signatures().values().stream())
            .flatMap(signature -> signature.examples().stream())
            .toList();

    assertThat(examples)
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(Desk.plain(desk.say(line)))
                    .doesNotContain("Nothing found", "No code", "no command", "Internal"));
  }

  @Test
  void names_and_systems_are_completed() {
    Invocation unfinished =
        new Invocation(
            CodeCommands.DECODE, OptionValues.none(), Privacy.PRIVATE, SampleCommands.ORIGIN);

    List<Choice> codes = desk.dispatcher.suggest("code", "networkerrhttpurln", unfinished);
    List<Choice> systems = desk.dispatcher.suggest("system", "smooth", unfinished);

    assertThat(codes).extracting(Choice::value).containsExactly("networkErrHttpUrlNotFound");
    assertThat(systems).extracting(Choice::value).contains("iis-management");
  }
}
