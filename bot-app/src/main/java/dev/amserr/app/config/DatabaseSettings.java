package dev.amserr.app.config;

import dev.amserr.app.store.StoreLocation;
import dev.amserr.app.store.StoreOpenException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The store.
 *
 * @param url its address, which may hold a password; null for a file in the data folder
 * @param password of the user in the address, instead of one in it; null for none
 */
public record DatabaseSettings(@Nullable Secret url, @Nullable Secret password) {

  /**
   * Where the store is.
   *
   * @param data the bot's own folder
   * @throws StoreOpenException if the address is none, or takes no password
   */
  public StoreLocation location(Path data) {
    StoreLocation location = StoreLocation.of(url == null ? "" : url.reveal(), data);
    return password == null ? location : location.withPassword(password.reveal());
  }
}
