/** Lists and their cursors, over HTTP. */
@NullMarked
package io.calllog.api.paging;

import org.jspecify.annotations.NullMarked;
