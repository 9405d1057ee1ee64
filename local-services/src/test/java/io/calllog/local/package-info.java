/** The guards of the local services, each seen to work. */
@NullMarked
package io.calllog.local;

import org.jspecify.annotations.NullMarked;
