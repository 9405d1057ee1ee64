/** Commands for operators. */
@NullMarked
package io.calllog.bootstrap.command;

import org.jspecify.annotations.NullMarked;
