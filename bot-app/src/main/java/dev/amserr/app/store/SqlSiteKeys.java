package dev.amserr.app.store;

import java.security.SecureRandom;
import java.util.Base64;

/** Secret keys that all nodes share and that no person ever sees, in the table {@code site_key}. */
public final class SqlSiteKeys {

  private static final int KEY_BYTES = 32;

  private final Database database;
  private final SecureRandom random;

  public SqlSiteKeys(Database database, SecureRandom random) {
    this.database = database;
    this.random = random;
  }

  /** The key of that name, 32 bytes; made by whoever asks first, and the same from then on. */
  public byte[] key(String name) {
    byte[] fresh = new byte[KEY_BYTES];
    random.nextBytes(fresh);
    String kept =
        database.transaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      INSERT INTO site_key (name, value) VALUES (:name, :value)
                      ON CONFLICT (name) DO NOTHING
                      """)
                  .bind("name", name)
                  .bind("value", Base64.getUrlEncoder().withoutPadding().encodeToString(fresh))
                  .execute();
              return handle
                  .createQuery("SELECT value FROM site_key WHERE name = :name")
                  .bind("name", name)
                  .mapTo(String.class)
                  .one();
            });
    return Base64.getUrlDecoder().decode(kept);
  }
}
