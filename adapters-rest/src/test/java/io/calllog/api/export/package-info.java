/** Lists as files. */
@NullMarked
package io.calllog.api.export;

import org.jspecify.annotations.NullMarked;
