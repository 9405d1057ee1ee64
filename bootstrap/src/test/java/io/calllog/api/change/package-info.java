/** The feed of changes, with everything behind it. */
@NullMarked
package io.calllog.api.change;

import org.jspecify.annotations.NullMarked;
