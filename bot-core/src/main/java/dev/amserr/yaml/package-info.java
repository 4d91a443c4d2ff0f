/**
 * YAML that remembers where everything stands, so that a mistake is reported with file, line and
 * key.
 *
 * <p>Used by everything that people write by hand: catalogs, rosters, configuration. Knows no key
 * of theirs. Entry type: {@link dev.amserr.yaml.Section}.
 */
@NullMarked
package dev.amserr.yaml;

import org.jspecify.annotations.NullMarked;
