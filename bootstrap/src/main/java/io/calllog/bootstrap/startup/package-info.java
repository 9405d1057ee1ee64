/** Checks and tasks at startup: required settings, the first administrator, the banner. */
@NullMarked
package io.calllog.bootstrap.startup;

import org.jspecify.annotations.NullMarked;
