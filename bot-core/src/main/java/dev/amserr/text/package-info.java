/**
 * Plain text without a domain: nearest names, redaction, cleaning of pasted input.
 *
 * <p>Knows nothing of codes, people or platforms. Entry types: {@link
 * dev.amserr.text.NearestNames}, {@link dev.amserr.text.Redaction}.
 */
@NullMarked
package dev.amserr.text;

import org.jspecify.annotations.NullMarked;
