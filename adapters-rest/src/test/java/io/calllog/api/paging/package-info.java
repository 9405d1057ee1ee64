/** Lists and their cursors. */
@NullMarked
package io.calllog.api.paging;

import org.jspecify.annotations.NullMarked;
