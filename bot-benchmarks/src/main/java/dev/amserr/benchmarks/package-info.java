/** Programs that put load on a running bot, and benchmarks of what is public. */
@NullMarked
package dev.amserr.benchmarks;

import org.jspecify.annotations.NullMarked;
