/** What is read about imports. */
@NullMarked
package io.calllog.application.imports.view;

import org.jspecify.annotations.NullMarked;
