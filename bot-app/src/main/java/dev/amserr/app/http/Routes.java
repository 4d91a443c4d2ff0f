package dev.amserr.app.http;

import java.util.List;

/** What a feature serves. */
@FunctionalInterface
public interface Routes {

  List<Route> routes();
}
