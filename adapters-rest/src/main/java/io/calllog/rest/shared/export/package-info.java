/** Lists and reports as files: CSV and sheets. */
@NullMarked
package io.calllog.rest.shared.export;

import org.jspecify.annotations.NullMarked;
