/** Benchmarks and fuzzing of the decoder, in its package to reach past its cache. */
@NullMarked
package dev.amserr.errorcode;

import org.jspecify.annotations.NullMarked;
