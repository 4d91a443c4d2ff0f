package dev.amserr.oncall;

import java.time.Instant;

/**
 * A request that waits to be confirmed.
 *
 * @param request one that {@link CoverRules} accepted
 * @param asked when it was shown to be confirmed; keeps a late second confirmation from bringing
 *     back a cover that was made and removed since
 */
public record CoverDraft(CoverRequest request, Instant asked) {}
