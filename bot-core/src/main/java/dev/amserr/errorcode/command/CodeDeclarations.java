package dev.amserr.errorcode.command;

import dev.amserr.command.CommandSpec;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.Signature;
import dev.amserr.command.SubcommandSpec;

/** What the platforms are told of {@code /amserr} and {@code /codes}. */
final class CodeDeclarations {

  private CodeDeclarations() {}

  static CommandSpec amserr() {
    return CommandSpec.of(
            CodeCommands.DECODE.command(),
            "Says what an error code means and what to do",
            Signature.of(
                    OptionSpec.code(CodeCommands.CODE, "A code, a name, or text with codes in it")
                        .required()
                        .restOfLine()
                        .suggestedBy(CodeCommands.CODE),
                    system("Read codes of this system only"),
                    OptionSpec.share())
                .repeatable()
                .examples(
                    "/amserr 0x8088002E",
                    "/amserr MPE_FRAGMENT_NOT_READY",
                    "/amserr 404 system:amp",
                    "/amserr publishing point locked"))
        .textSubcommandsOf("codes");
  }

  static CommandSpec codes() {
    return CommandSpec.of(
        "codes",
        "Searches, lists and compares error codes",
        SubcommandSpec.of(
            "search",
            "Finds codes by words of their names and texts",
            Signature.of(
                    OptionSpec.text("words", "What to look for").required().restOfLine(),
                    system("Look in this system only"),
                    OptionSpec.share())
                .repeatable()
                .examples("/codes search token expired")),
        SubcommandSpec.of(
            "equiv",
            "Shows the same fact in every system",
            Signature.of(code(CodeCommands.CODE, "A code").restOfLine(), OptionSpec.share())
                .repeatable()
                .examples("/codes equiv 404")),
        SubcommandSpec.of(
            "diff",
            "Compares two codes",
            Signature.of(
                    code("first", "One code"), code("second", "The other code"), OptionSpec.share())
                .repeatable()
                .examples("/codes diff 0x80070005 0x80070002")),
        SubcommandSpec.of(
            "systems",
            "Lists the systems whose codes are known",
            Signature.of().repeatable().examples("/codes systems")),
        SubcommandSpec.of(
            "about",
            "Says what this bot is and what is switched on",
            Signature.of().examples("/codes about")),
        SubcommandSpec.of("help", "Lists every command", Signature.of().examples("/codes help")));
  }

  private static OptionSpec system(String description) {
    return OptionSpec.text(CodeCommands.SYSTEM, description).suggestedBy(CodeCommands.SYSTEM);
  }

  private static OptionSpec code(String name, String description) {
    return OptionSpec.code(name, description).required().suggestedBy(CodeCommands.CODE);
  }
}
