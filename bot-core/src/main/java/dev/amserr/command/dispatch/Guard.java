package dev.amserr.command.dispatch;

import java.util.List;
import java.util.function.Supplier;

/** Stands around every handler: lets a call pass, answers in its place, or looks at the answer. */
@FunctionalInterface
interface Guard {

  Answer around(Call call, Supplier<Answer> next);

  /** One guard out of several, the first outermost. */
  static Guard all(List<Guard> guards) {
    Guard whole = (call, next) -> next.get();
    for (int i = guards.size() - 1; i >= 0; i--) {
      Guard outer = guards.get(i);
      Guard inner = whole;
      whole = (call, next) -> outer.around(call, () -> inner.around(call, next));
    }
    return whole;
  }
}
