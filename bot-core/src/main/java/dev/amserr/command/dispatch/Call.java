package dev.amserr.command.dispatch;

import dev.amserr.command.AccessRule;
import dev.amserr.command.Origin;

/** What the guards know of a call: what it is named for counting, who may, who asks. */
record Call(String name, AccessRule access, Origin origin) {}
