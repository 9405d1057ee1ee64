/** Values and failures shared by all packages. */
@NullMarked
package io.calllog.domain.shared;

import org.jspecify.annotations.NullMarked;
