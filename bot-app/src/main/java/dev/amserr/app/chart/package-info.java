/**
 * Pictures of counts, as PNG.
 *
 * <p>Owns how a chart looks; what it shows, {@code dev.amserr.recurrence} decides. Entry type:
 * {@link dev.amserr.app.chart.PngCharts}.
 */
@NullMarked
package dev.amserr.app.chart;

import org.jspecify.annotations.NullMarked;
