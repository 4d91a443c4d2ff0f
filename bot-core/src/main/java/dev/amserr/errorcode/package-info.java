/**
 * Error codes: the catalogs, decoding of any spelling, and search.
 *
 * <p>Owns what a code means. Knows nothing of chat, of people or of counts. Entry type: {@code
 * Decoder}.
 */
@NullMarked
package dev.amserr.errorcode;

import org.jspecify.annotations.NullMarked;
