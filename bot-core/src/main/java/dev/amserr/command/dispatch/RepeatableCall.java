package dev.amserr.command.dispatch;

import dev.amserr.command.CommandPath;
import dev.amserr.command.Invocation;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.reply.ActionId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A call that travels in the id of the button that shares its answer, so that nothing is stored for
 * a button that hardly anybody presses: pressed, the call is made again.
 *
 * @param options its options as text, by name
 * @param madeAt to the second
 */
record RepeatableCall(CommandPath path, Map<String, String> options, Instant madeAt) {

  /** Tells such an id from that of a record. */
  private static final String MARK = ".";

  /** When it was made and which one it was, of all that say the same. */
  private static final int HEAD = 2 * Integer.BYTES;

  private static final int KEY_BYTES = 16;
  private static final String BETWEEN = "\0";
  private static final Base64.Encoder WRITER = Base64.getUrlEncoder().withoutPadding();

  RepeatableCall {
    options = Map.copyOf(options);
  }

  /** An id for a button; empty if the call is too long for one, or has more than texts in it. */
  static Optional<ActionId> id(String action, Invocation call) {
    StringBuilder text = new StringBuilder(call.path().command());
    text.append(BETWEEN).append(call.path().subcommand());
    for (Map.Entry<String, Object> option : call.options().values().entrySet()) {
      if (option.getKey().equals(OptionSpec.SHARE)) {
        continue;
      }
      if (!(option.getValue() instanceof String value) || value.contains(BETWEEN)) {
        return Optional.empty();
      }
      text.append(BETWEEN).append(option.getKey()).append(BETWEEN).append(value);
      if (text.length() > ActionId.LONGEST) {
        return Optional.empty();
      }
    }
    byte[] said = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] all =
        ByteBuffer.allocate(HEAD + said.length)
            .putInt((int) call.origin().at().getEpochSecond())
            .putInt(call.origin().correlationId().hashCode())
            .put(said)
            .array();
    return ActionId.ifShortEnough(action, MARK + WRITER.encodeToString(all));
  }

  /** The call in an id; empty if there is none. */
  static Optional<RepeatableCall> in(ActionId id) {
    if (!id.id().startsWith(MARK)) {
      return Optional.empty();
    }
    try {
      ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(id.id().substring(1)));
      Instant at = Instant.ofEpochSecond(Integer.toUnsignedLong(all.getInt()));
      all.getInt();
      String[] said = StandardCharsets.UTF_8.decode(all).toString().split(BETWEEN, -1);
      if (said.length % 2 != 0) {
        return Optional.empty();
      }
      Map<String, String> options = new LinkedHashMap<>();
      for (int i = 2; i < said.length; i += 2) {
        options.put(said[i], said[i + 1]);
      }
      return Optional.of(new RepeatableCall(CommandPath.of(said[0], said[1]), options, at));
    } catch (IllegalArgumentException | BufferUnderflowException notOurs) {
      return Optional.empty();
    }
  }

  /** Under which it is noted that the button was used. */
  static String key(ActionId id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.id().getBytes(StandardCharsets.US_ASCII));
      return WRITER.encodeToString(Arrays.copyOf(digest, KEY_BYTES));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
