/** Tests of the operator's commands. */
@NullMarked
package io.calllog.bootstrap.command;

import org.jspecify.annotations.NullMarked;
