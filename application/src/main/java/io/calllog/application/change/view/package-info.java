/** Changes as they are read. */
@NullMarked
package io.calllog.application.change.view;

import org.jspecify.annotations.NullMarked;
