/** Results of queries about keys. */
@NullMarked
package io.calllog.application.key.view;

import org.jspecify.annotations.NullMarked;
