/** What the operator does at the command line instead of starting a node. */
@NullMarked
package io.calllog.bootstrap.command;

import org.jspecify.annotations.NullMarked;
