package dev.amserr.discord;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * A hash over declarations that is the same for what we declare and for what Discord lists of it:
 * the order of commands and of keys does not count. So nothing need be remembered between starts.
 */
final class CommandFingerprint {

  private static final ObjectMapper SORTED =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  /** We leave these at their defaults, and Discord does not list them for a server's commands. */
  private static final List<String> GLOBAL_ONLY = List.of("contexts", "integration_types");

  private CommandFingerprint() {}

  /** The hash of declarations, as hexadecimal digits. */
  static String of(Collection<? extends CommandData> commands) {
    String canonical =
        commands.stream()
            .map(CommandFingerprint::canonical)
            .sorted()
            .collect(Collectors.joining("\n"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  private static String canonical(CommandData command) {
    try {
      DataObject data = command.toData();
      GLOBAL_ONLY.forEach(data::remove);
      Object tree = SORTED.readValue(data.toJson(), Object.class);
      return SORTED.writeValueAsString(tree);
    } catch (IOException impossible) {
      throw new IllegalStateException("JDA wrote JSON that can't be read", impossible);
    }
  }
}
