package dev.amserr.app.config;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server and what the whole bot shares.
 *
 * @param host the address it listens on
 * @param port from 1 to 65535; 0 for any that is free
 * @param publicUrl where browsers and chat platforms reach the bot, without a slash at its end
 * @param zone whose days and rhythms are those of counting and of digests
 * @param token what a caller must send to change or to read private data
 * @param corsOrigins web pages that may call the API from a browser
 * @param maxBodyBytes the largest body that is read, after decompression
 */
public record ServerSettings(
    String host,
    int port,
    @Nullable URI publicUrl,
    ZoneId zone,
    @Nullable Secret token,
    ConsoleSettings console,
    List<String> corsOrigins,
    int maxBodyBytes,
    LogFormat logFormat) {

  public ServerSettings {
    corsOrigins = List.copyOf(corsOrigins);
  }

  /** Whether only this machine can reach the server. */
  public boolean isLoopback() {
    return Addresses.isLoopback(host);
  }

  /** How log lines look. */
  public enum LogFormat {
    TEXT,
    JSON
  }

  /**
   * The browser console.
   *
   * @param person the id of whom it acts as; empty for an operator
   */
  public record ConsoleSettings(String person) {}
}
