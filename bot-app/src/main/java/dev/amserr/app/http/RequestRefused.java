package dev.amserr.app.http;

/** Ends a request with a problem. For endpoints and for what reads their input. */
public final class RequestRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public RequestRefused(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public RequestRefused(int status, String detail) {
    this(Problem.of(status, detail));
  }

  /** The HTTP status that says so. */
  public int status() {
    return problem.status();
  }

  Problem problem() {
    return problem;
  }
}
