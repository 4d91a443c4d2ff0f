/**
 * Pictures of counts as PNG.
 *
 * <p>Owns how charts look; what they show is {@link dev.amserr.recurrence.Chart}. XChart is known
 * in this package alone. Entry type: {@link dev.amserr.app.chart.XChartRenderer}.
 */
@NullMarked
package dev.amserr.app.chart;

import org.jspecify.annotations.NullMarked;
